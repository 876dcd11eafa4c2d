"""Style sheet part: every kind of button."""

BUTTONS = """
QPushButton {
    background: @surface; color: @text; border: 1px solid @line_control; border-radius: 10sp;
    padding: 0 16sp; min-height: 42sp; font-weight: 600;
}
QPushButton:hover { background: @hover; border-color: @accent; }
QPushButton:pressed { background: @selected; color: @on_selected; border-color: @accent; }
QPushButton:checked {
    background: @selected; color: @on_selected; border: 2px solid @accent; padding: 0 15sp;
    min-height: 40sp;
}
QPushButton:disabled { background: @sunken; color: @text_soft; border: 1px dashed @line_control; }
QPushButton::menu-indicator {
    image: !down:text_soft!; width: 16sp; height: 16sp;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8sp;
}
QPushButton[hasMenu="true"] { padding-right: 30sp; }

QPushButton[role="primary"] {
    background: @accent; color: @on_accent; border: 1px solid @accent; border-radius: 11sp;
    padding: 0 26sp; min-height: 50sp; font-size: 1.08u;
}
QPushButton[role="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[role="primary"]:pressed { background: @accent_pressed; border-color: @accent_pressed; }
QPushButton[role="primary"]:disabled {
    background: @sunken; color: @text_soft; border: 1px dashed @line_control;
}

QPushButton[role="quiet"] {
    background: transparent; color: @accent; border: 1px solid transparent; padding: 0 12sp;
}
QPushButton[role="quiet"]:hover { background: @hover; border-color: @line_rule; }
QPushButton[role="quiet"]:pressed, QPushButton[role="quiet"]:checked {
    background: @selected; color: @on_selected;
}
QPushButton[role="quiet"]:disabled { color: @text_soft; border-color: transparent; }

QPushButton[role="danger"] {
    background: @danger; color: @on_danger; border: 1px solid @danger;
}
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed {
    background: @danger_hover; border-color: @danger_hover;
}
QPushButton[role="danger"]:disabled {
    background: @sunken; color: @text_soft; border: 1px dashed @line_control;
}

QPushButton[role="chip"] { font-weight: 400; min-height: 42sp; }
QPushButton[role="chip"]:checked { font-weight: 600; min-height: 40sp; }

QPushButton[role="segment"] {
    padding: 0; min-width: 42sp; min-height: 52sp; font-size: 1.1u;
}
QPushButton[role="segment"]:checked { border: 3px solid @accent; padding: 0; min-height: 48sp; }

QPushButton[role="round"] {
    padding: 0; min-width: 50sp; max-width: 50sp; min-height: 46sp; font-size: 1.4u;
}
QPushButton[role="icon"] {
    background: transparent; border: 1px solid transparent; padding: 0; min-width: 42sp;
}
QPushButton[role="icon"]:hover { background: @hover; border-color: @line_rule; }
QPushButton[role="tab"] {
    background: @sunken; border: 1px solid @line_rule; color: @text; padding: 0 14sp;
}
QPushButton[role="tab"]:checked { background: @surface; border: 2px solid @accent; }

QAbstractButton[role="card-button"] {
    background: @surface; color: @text; border: 1px solid @line_control; border-radius: 12sp;
    text-align: left; padding: 0;
}
QAbstractButton[role="card-button"]:hover { background: @hover; border-color: @accent; }
QAbstractButton[role="card-button"]:pressed { background: @selected; }
QAbstractButton[role="card-button"]:checked {
    background: @selected; color: @on_selected; border: 2px solid @accent;
}
QAbstractButton[role="card-button"]:disabled { background: @sunken; border-style: dashed; }

QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: 8sp;
    padding: 6sp 8sp; min-height: 30sp; font-weight: 600;
}
QToolButton:hover { background: @hover; border-color: @line_rule; }
QToolButton:pressed, QToolButton:checked { background: @selected; color: @on_selected; }

QCheckBox, QRadioButton { spacing: 10sp; min-height: 44sp; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 20sp; height: 20sp; background: @surface; border: 2sp solid @line_control;
}
QCheckBox::indicator { border-radius: 5sp; }
QRadioButton::indicator { border-radius: 12sp; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked {
    background: @accent; border-color: @accent; image: !tick:on_accent!;
}
QCheckBox::indicator:indeterminate {
    background: @accent; border-color: @accent; image: !dash:on_accent!;
}
QRadioButton::indicator:checked { border-color: @accent; image: !dot:accent!; }
QCheckBox:disabled, QRadioButton:disabled { color: @text_soft; }
"""
