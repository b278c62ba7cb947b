"""What `make bench` measures. Every timing stands beside a peer that ran at the same time on the same computer."""
