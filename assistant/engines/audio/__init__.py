"""What ears and mouth share: sound devices, sound files, loudness by bands."""
