"""Written text made fit to be spoken, sentence by sentence, in both languages. Pure."""
