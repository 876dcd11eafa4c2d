"""Style sheet part: fields to type in and lists to choose from."""

INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: @surface; color: @text; border: 1px solid @line_control; border-radius: 10sp;
    selection-background-color: @accent; selection-color: @on_accent;
    placeholder-text-color: @text_soft;
}
QLineEdit, QComboBox { min-height: 42sp; padding: 0 12sp; }
QAbstractSpinBox { min-height: 42sp; qproperty-alignment: AlignCenter; }
QPlainTextEdit, QTextEdit { padding: 6sp 8sp; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; border-radius: 0; min-height: 0; padding: 0;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border-color: @accent;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled { background: @sunken; color: @text_soft; border-style: dashed; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @sunken; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 3px solid @caution_edge; }

QComboBox { padding-right: 36sp; }
QComboBox:hover { border-color: @accent; }
QComboBox::drop-down { border: none; width: 34sp; subcontrol-position: center right; }
QComboBox::down-arrow { image: !down:text!; width: 18sp; height: 18sp; }
QComboBox QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @line_control; outline: none;
    selection-background-color: @accent; selection-color: @on_accent; padding: 4sp;
}
QComboBox QAbstractItemView::item { min-height: 40sp; padding: 0 8sp; }
QComboBox QAbstractItemView::item:selected { background: @accent; color: @on_accent; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 40sp; border: none; border-left: 1px solid @line_rule;
    background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: !up:text!; width: 16sp; height: 16sp; }
QAbstractSpinBox::down-arrow { image: !down:text!; width: 16sp; height: 16sp; }
"""
