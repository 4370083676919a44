#include "views/map/theme.h"

#include <QFont>
#include <QGuiApplication>

namespace demarche::views {

Theme Theme::light()
{
    return {.dark = false,
            .page = QColor(0xffffff),
            .ink = QColor(0x1b2127),
            .muted = QColor(0x5a646d),
            .grid = QColor(0xdfe4e8),
            .sea = QColor(0xeef3f6),
            .land = QColor(0xfbfbf9),
            .hatch = QColor(0xd3d7d9),
            .coast = QColor(0x7c878f),
            .border = QColor(0x8d979e),
            .selected = QColor(0x111417),
            .target = QColor(0xb3005e),
            .halo = QColor(0xffffff),
            .zero = QColor(0x6b757d),
            .volume = QColor(0xc3ccd3),
            .ramp = StanceRamp(
                {QColor(0x8a2a04), QColor(0xe2863c), QColor(0xe4e0d8), QColor(0x6fa6d6), QColor(0x0c3f86)}),
            .series = {QColor(0x1f5fa8), QColor(0xc2500a), QColor(0x1d7a5f), QColor(0x8b3f9b),
                       QColor(0x7a5c00), QColor(0x0f7f93), QColor(0xb8245c), QColor(0x4d5763),
                       QColor(0x5a4fc0), QColor(0x5b7d12), QColor(0x8c3b2b), QColor(0x22304a)}};
}

Theme Theme::darkened()
{
    return {.dark = true,
            .page = QColor(0x171b20),
            .ink = QColor(0xf0f2f4),
            .muted = QColor(0xa9b2ba),
            .grid = QColor(0x30373f),
            .sea = QColor(0x1d242b),
            .land = QColor(0x2a3036),
            .hatch = QColor(0x434b53),
            .coast = QColor(0x7d8892),
            .border = QColor(0x6c7680),
            .selected = QColor(0xffffff),
            .target = QColor(0xff7ab8),
            .halo = QColor(0x101418),
            .zero = QColor(0x929ca5),
            .volume = QColor(0x46505a),
            .ramp = StanceRamp(
                {QColor(0xffa94d), QColor(0xc06a22), QColor(0x5e6062), QColor(0x3f7dbd), QColor(0x8cc8ff)}),
            .series = {QColor(0x6db3f8), QColor(0xff9d57), QColor(0x55c9a2), QColor(0xd391e6),
                       QColor(0xd9b84a), QColor(0x4cc6dc), QColor(0xff7fa8), QColor(0xb4bfca),
                       QColor(0xa79dff), QColor(0xa6cf55), QColor(0xe58f7b), QColor(0xe8edf3)}};
}

Theme Theme::of(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    Theme theme = base.lightness() < 128 ? darkened() : light();
    if (contrast(base, theme.ink) >
        12) // a base near black or white; on any other the theme's own page reads better
        theme.page = base;
    return theme;
}

QFont pixelFont(double pixels, bool bold)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setBold(bold);
    return font;
}

} // namespace demarche::views
