"""Calendar files: bringing them in, writing them, following those that others keep."""
