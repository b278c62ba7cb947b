"""The calendar pane: day, week, month and agenda, with everything that changes an event by hand."""
