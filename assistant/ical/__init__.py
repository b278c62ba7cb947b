"""iCalendar (RFC 5545): between files and the values of the domain. Pure: no store, no network, no clock."""
