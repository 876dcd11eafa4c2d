"""SDM Aid: shared decision making in chronic pain, on one clinic PC."""

__version__ = "0.1.0"
