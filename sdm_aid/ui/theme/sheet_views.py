"""Style sheet part: lists, tables, menus, tabs, scroll bars, dialogs and the rest."""

VIEWS = """
QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @line_rule; border-radius: 10sp;
    alternate-background-color: @sunken; gridline-color: @line_rule; outline: none;
    selection-background-color: @selected; selection-color: @on_selected;
}
QListView::item, QTreeView::item { min-height: 44sp; padding: 0 10sp; }
QTableView::item { padding: 6sp 10sp; border: none; }
QTableView, QTreeView, QListView { border-radius: 0; }
QTableView::indicator {
    width: 24sp; height: 24sp; border: 2sp solid @line_control; background: @surface;
    border-radius: 5sp;
}
QTableView::indicator:checked {
    background: @accent; border-color: @accent; image: !tick:on_accent!;
}
QAbstractItemView::item:hover { background: @hover; color: @text; }
QAbstractItemView::item:selected { background: @selected; color: @on_selected; }
QAbstractItemView::item:focus { border: 2px solid @focus; }
QHeaderView { background: @sunken; border: none; }
QHeaderView::section {
    background: @sunken; color: @text; border: none; border-bottom: 1px solid @line_rule;
    padding: 8sp 10sp; font-weight: 600;
}
QTableCornerButton::section { background: @sunken; border: none; }

QMenu {
    background: @surface; color: @text; border: 1px solid @line_control; padding: 6sp;
}
QMenu::item { padding: 11sp 28sp 11sp 16sp; border-radius: 8sp; background: transparent; }
QMenu::item:selected { background: @accent; color: @on_accent; }
QMenu::item:disabled { color: @text_soft; background: transparent; }
QMenu::separator { height: 1px; background: @line_rule; margin: 6sp 8sp; }
QMenu::indicator { width: 18sp; height: 18sp; left: 4sp; }
QMenu::indicator:checked { image: !tick:text!; }
QMenu::indicator:checked:selected { image: !tick:on_accent!; }
QMenuBar { background: @surface; border-bottom: 1px solid @line_rule; }
QMenuBar::item { padding: 8sp 12sp; background: transparent; }
QMenuBar::item:selected { background: @accent; color: @on_accent; }

QTabWidget::pane { border: 1px solid @line_rule; background: @surface; }
QTabBar::tab {
    background: @sunken; color: @text; border: 1px solid @line_rule; min-height: 42sp;
    padding: 0 16sp; margin-right: 4sp; font-weight: 600;
}
QTabBar::tab:selected { background: @surface; border-bottom: 3px solid @accent; }
QTabBar::tab:focus { border: 3px solid @focus; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 16sp; margin: 0; }
QScrollBar:horizontal { height: 16sp; margin: 0; }
QScrollBar::handle { background: @line_control; border-radius: 4sp; margin: 4sp; }
QScrollBar::handle:vertical { min-height: 44sp; }
QScrollBar::handle:horizontal { min-width: 44sp; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QProgressBar {
    background: @sunken; color: @text; border: 1px solid @line_control; border-radius: 6sp;
    min-height: 20sp; text-align: center;
}
QProgressBar::chunk { background: @accent; border-radius: 5sp; }
QSplitter::handle { background: @line_rule; }
QGroupBox {
    background: @surface; border: 1px solid @line_rule; border-radius: 12sp;
    margin-top: 1.4u; padding: 12sp; font-weight: 600;
}
QGroupBox::title { subcontrol-origin: margin; left: 12sp; }
QStatusBar { background: @surface; color: @text_soft; }
QMessageBox QLabel { font-size: 1u; }
QCalendarWidget QWidget { background: @surface; color: @text; }
"""
