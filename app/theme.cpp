#include "app/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

/// The few colours of which a palette is made.
struct Tones
{
    QColor window, base, alternate, button, text, muted, line, accent, accentText;
};

Tones tones(bool dark)
{
    if (dark)
        return {0x21272e, 0x171b20, 0x1c2127, 0x2c343c, 0xe8ecef, 0x9aa5af, 0x39424b, 0x4d9be6, 0x0b1016};
    return {0xf3f5f7, 0xffffff, 0xf7f9fa, 0xffffff, 0x1b2127, 0x65707a, 0xd3dae0, 0x1f6fb2, 0xffffff};
}

QPalette paletteOf(const Tones &t)
{
    QPalette palette(t.button, t.window);
    const auto set = [&](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.base);
    set(QPalette::AlternateBase, t.alternate);
    set(QPalette::Text, t.text);
    set(QPalette::Button, t.button);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.accentText);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::ToolTipBase, t.base);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.accentText);
    set(QPalette::Link, t.accent);
    set(QPalette::Mid, t.line);
    set(QPalette::Midlight, t.line);
    set(QPalette::Dark, t.line.darker(115));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

/// What Fusion draws too heavily for a window that is mostly tables and text.
QString rules(const Tones &t, bool dark)
{
    QString text = uR"(
        QSplitter::handle { background: @line; }
        QMenuBar { background: @window; border-bottom: 1px solid @line; }
        QMenuBar::item { padding: 5px 9px; background: transparent; }
        QMenuBar::item:selected { background: @hover; }
        #toolBar QToolButton { padding: 2px 5px; }
        QMenu { background: @base; border: 1px solid @line; padding: 4px 0; }
        #datesBox { border: 1px solid @line; }
        QStatusBar { background: @window; border-top: 1px solid @line; }
        QStatusBar::item { border: none; }
        QHeaderView { background: @base; border: none; }
        QHeaderView::section { background: @base; color: @muted; border: none; border-bottom: 1px solid @line;
                               padding: 4px 6px; }
        QHeaderView::section:hover { color: @text; }
        QTableView { background: @base; border: none; outline: none; }
        QTableView::item { border: none; }
        QTableView::item:hover:!selected { background: @hover; }
        QTableView::item:selected { background: @accent; color: @accentText; }
        QTableView::item:selected:!active { background: @quiet; color: @text; }
        QTreeView { background: @base; border: 1px solid @line; outline: none; show-decoration-selected: 1; }
        #sourcesTree { border: none; }
        QTreeView::item { border: none; padding: 2px; min-height: 21px; }
        QTreeView::item:hover:!selected { background: @hover; }
        QTreeView::item:selected { background: @accent; color: @accentText; }
        QTreeView::item:selected:!active { background: @quiet; color: @text; }
        QTabBar { background: @window; }
        QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
                       padding: 7px 10px 5px 10px; }
        QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
        QTabBar QToolButton { background: @window; border-color: @line; border-radius: 0; padding: 0; }
        QTabBar::tab:hover:!selected { color: @text; }
        QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 3px 8px; color: @text; }
        QToolButton:hover { background: @hover; }
        QToolButton:checked { background: @quiet; border-color: @line; }
        QToolButton:focus { border-color: @accent; }
        QFileDialog QToolButton { padding: 2px; }
        QToolButton[isLink="true"] { color: @accent; padding: 1px 3px; }
        QToolButton[popupMode="2"] { padding-right: 16px; border-color: @line; background: @button; }
        QToolButton::menu-indicator { subcontrol-position: right center; right: 4px; }
        QPushButton { background: @button; border: 1px solid @line; border-radius: 6px; padding: 4px 14px;
                      color: @text; }
        QPushButton:hover { background: @hover; }
        QPushButton:pressed, QPushButton:checked { background: @quiet; }
        QPushButton:default { border-color: @accent; }
        QPushButton:focus { border-color: @accent; }
        QPushButton:disabled { color: @muted; background: transparent; border-color: @line; }
        QPushButton[isWay="true"] { text-align: left; padding: 8px 18px 8px 12px; }
        QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
        QLineEdit { background: @base; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
                    selection-background-color: @accent; selection-color: @accentText; }
        QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: @muted; }
        QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { border-color: @accent; }
        QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @muted; background: transparent;
                                                                            border-color: @line; }
        QLineEdit[readOnly="true"] { background: transparent; border-color: transparent; padding-left: 0; }
        QComboBox, QAbstractSpinBox { background: @base; border: 1px solid @line; border-radius: 6px;
                                      padding: 4px 8px; color: @text; selection-background-color: @accent;
                                      selection-color: @accentText; }
        QComboBox:!editable { background: @button; }
        QComboBox:!editable:hover { background: @hover; }
        QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
        QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; subcontrol-origin: padding;
                                                     subcontrol-position: center right; }
        QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/demarche/icons/box-down.svg);
                                                       width: 12px; height: 12px; }
        QComboBox QAbstractItemView { background: @base; color: @text; border: 1px solid @line; outline: none;
                                      selection-background-color: @accent; selection-color: @accentText; }
        QSpinBox::up-button, QDoubleSpinBox::up-button { border: none; width: 18px; subcontrol-origin: border;
                                                         subcontrol-position: top right; }
        QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: 18px;
                                                             subcontrol-origin: border;
                                                             subcontrol-position: bottom right; }
        QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover,
        QSpinBox::down-button:hover, QDoubleSpinBox::down-button:hover { background: @hover; }
        QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/demarche/icons/box-up.svg);
                                                       width: 10px; height: 10px; }
        QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/demarche/icons/box-down.svg);
                                                           width: 10px; height: 10px; }
        #qt_calendar_navigationbar { background: @window; border-bottom: 1px solid @line; }
        #qt_calendar_prevmonth { qproperty-icon: url(:/demarche/icons/box-left.svg); }
        #qt_calendar_nextmonth { qproperty-icon: url(:/demarche/icons/box-right.svg); }
        QCalendarWidget QToolButton { background: transparent; border-color: transparent; padding: 3px 6px; }
        QCalendarWidget QToolButton:hover { background: @hover; }
        #qt_calendar_monthbutton { background: transparent; border-color: transparent; padding: 3px 6px; }
        QCalendarWidget QToolButton::menu-indicator { image: none; }
        QCheckBox { spacing: 8px; }
        QCheckBox::indicator, QTreeView::indicator, QListView::indicator {
            width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @base; }
        QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
        QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
            background: @accent; border-color: @accent; image: url(@check); }
        QTreeView::indicator:indeterminate { background: @quiet; border-color: @accent; }
        QCheckBox::indicator:disabled { border-color: @line; background: transparent; }
        QListView { background: @base; border: 1px solid @line; border-radius: 6px; outline: none; }
        QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 5px; }
    )"_s;
    QColor hover = t.accent;
    hover.setAlpha(26);
    QColor quiet = t.accent;
    quiet.setAlpha(56);
    const std::pair<QString, QColor> colours[] = {{u"@accentText"_s, t.accentText},
                                                  {u"@accent"_s, t.accent},
                                                  {u"@line"_s, t.line},
                                                  {u"@window"_s, t.window},
                                                  {u"@base"_s, t.base},
                                                  {u"@button"_s, t.button},
                                                  {u"@muted"_s, t.muted},
                                                  {u"@text"_s, t.text},
                                                  {u"@hover"_s, hover},
                                                  {u"@quiet"_s, quiet}};
    for (const auto &[name, colour] : colours)
        text.replace(name, u"rgba(%1,%2,%3,%4)"_s.arg(colour.red())
                               .arg(colour.green())
                               .arg(colour.blue())
                               .arg(colour.alpha()));
    return text.replace(u"@check"_s,
                        u":/demarche/icons/box-check-%1.svg"_s.arg(dark ? u"dark"_s : u"light"_s));
}

bool systemIsDark()
{
    // Asked once, before the first palette of ours is set.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

QString name(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return u"system"_s;
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    }
    return {};
}

Appearance appearanceFrom(const QString &name)
{
    if (name == "dark"_L1)
        return Appearance::Dark;
    return name == "light"_L1 ? Appearance::Light : Appearance::System;
}

void applyTheme(Appearance appearance)
{
    const bool dark = systemIsDark() ? appearance != Appearance::Light : appearance == Appearance::Dark;
    const Tones t = tones(dark);
    if (!qApp->style()->inherits("QFusionStyle") && qApp->styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(t));
    qApp->setStyleSheet(rules(t, dark));
    QToolTip::setPalette(paletteOf(t));
}

} // namespace demarche::app
