"""Style sheet part: windows, cards, bars, notices and labels."""

SURFACES = """
QMainWindow, QDialog, QWidget[role="canvas"] { background: @canvas; }
QWidget { color: @text; }
QScrollArea, QWidget[role="plain"] { background: transparent; border: none; }
QWidget[role="surface"], QWidget[role="panel-inside"] { background: @surface; }
QWidget[role="sunken"] { background: @sunken; }
QFrame[role="card"] {
    background: @surface; border: 1px solid @line_rule; border-radius: 12sp;
}
QFrame[role="panel"] { background: @surface; border: none; border-left: 2px solid @line_control; }
QFrame[role="bar"] { background: @surface; border: none; border-bottom: 1px solid @line_rule; }
QFrame[role="bar"][edge="top"], QFrame#footer-bar {
    border-bottom: none; border-top: 1px solid @line_rule;
}
QFrame[role="rule"] {
    background: @line_rule; border: none; min-height: 1px; max-height: 1px;
}
QFrame[role="notice"] {
    background: @chip; color: @on_chip; border: 1px solid @line_control; border-radius: 10sp;
}
QFrame[role="notice"] QLabel { color: @on_chip; }
QFrame[role="notice"][kind="caution"] { background: @caution; border-color: @caution_edge; }
QFrame[role="notice"][kind="caution"] QLabel { color: @on_caution; }
QFrame[role="notice"][kind="stop"] { background: @stop; border: 2px solid @on_stop; }
QFrame[role="notice"][kind="stop"] QLabel { color: @on_stop; }

QLabel { background: transparent; }
QLabel[role="h1"] { font-size: 1.75u; font-weight: 600; }
QLabel[role="h2"] { font-size: 1.25u; font-weight: 600; }
QLabel[role="h3"] { font-size: 1.05u; font-weight: 600; }
QLabel[role="lead"] { font-size: 1.2u; }
QLabel[role="subtitle"] { font-size: 1.08u; color: @text_soft; }
QLabel[role="key"] { font-size: 1.45u; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="soft"] { color: @text_soft; }
QLabel[role="caption"] { font-size: 0.86u; color: @text_soft; }
QLabel[role="link"] { color: @accent; font-weight: 600; }
QLabel[role="chip"] {
    background: @chip; color: @on_chip; border: 1px solid @chip_edge; border-radius: 6sp;
    padding: 2sp 8sp; font-size: 0.88u;
}
QLabel[role="caution"] {
    background: @caution; color: @on_caution; border: 1px solid @caution_edge; border-radius: 6sp;
    padding: 4sp 8sp;
    font-size: 0.88u; font-weight: 600;
}
QToolTip {
    background: @surface; color: @text; border: 1px solid @line_control; padding: 6sp 8sp;
}
"""
