"""What the product is about, without any of the machinery: frozen values and pure rules."""
