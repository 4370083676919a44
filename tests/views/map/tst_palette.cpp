#include "models/charts/stancescale.h"
#include "views/map/theme.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace demarche;
using views::contrast;
using views::Theme;

/// How people see a colour: as it is, or without one kind of cone (Machado, Oliveira and Fernandes, 2009,
/// severity 1).
enum class Sight { Full, Protanopia, Deuteranopia, Tritanopia };
Q_DECLARE_METATYPE(Sight)

class TestPalette : public QObject
{
    Q_OBJECT
private slots:
    void sidesStayApart_data();
    void sidesStayApart();
    void lightnessTellsTheDistanceFromZero_data();
    void lightnessTellsTheDistanceFromZero();
    void colourIsExactAtAnchorsAndEnds();
    void neutralIsUnlikeNoData_data();
    void neutralIsUnlikeNoData();
    void linesAndTextCanBeRead_data();
    void linesAndTextCanBeRead();
    void themeFollowsThePalette();
};

struct Lab
{
    double l = 0, a = 0, b = 0;
};

static double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// CIE L*a*b* (D65) of a colour as that sight sees it.
static Lab labOf(const QColor &colour, Sight sight)
{
    using Matrix = std::array<std::array<double, 3>, 3>;
    static const std::array<Matrix, 4> seen{
        {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
         {{{0.152286, 1.052583, -0.204868},
           {0.114503, 0.786281, 0.099216},
           {-0.003882, -0.048116, 1.051998}}},
         {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
         {{{1.255528, -0.076749, -0.178779},
           {-0.078411, 0.930809, 0.147602},
           {0.004733, 0.691367, 0.303900}}}}};
    const std::array<double, 3> rgb{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    std::array<double, 3> s{};
    const Matrix &m = seen[static_cast<std::size_t>(sight)];
    for (std::size_t i = 0; i < 3; ++i)
        s[i] = std::clamp(m[i][0] * rgb[0] + m[i][1] * rgb[1] + m[i][2] * rgb[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.95047);
    const double y = f(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
    const double z = f((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double difference(const QColor &one, const QColor &other, Sight sight)
{
    const Lab p = labOf(one, sight);
    const Lab q = labOf(other, sight);
    return std::hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

static Theme themeNamed(const QString &name)
{
    return name == QStringLiteral("dark") ? Theme::darkened() : Theme::light();
}

static void sightsAndThemes()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<Sight>("sight");
    for (const char *theme : {"light", "dark"}) {
        for (const auto &[name, sight] : {std::pair("full sight", Sight::Full),
                                          {"protanopia", Sight::Protanopia},
                                          {"deuteranopia", Sight::Deuteranopia},
                                          {"tritanopia", Sight::Tritanopia}})
            QTest::addRow("%s, %s", theme, name) << QString::fromLatin1(theme) << sight;
    }
}

void TestPalette::sidesStayApart_data()
{
    sightsAndThemes();
}

/// A hostile and a supportive score of the same strength, and the middles of neighbouring labels, are never
/// alike.
void TestPalette::sidesStayApart()
{
    QFETCH(const QString, theme);
    QFETCH(const Sight, sight);
    const Theme used = themeNamed(theme);
    for (double score = 3; score <= 10; score += 0.5) {
        const double apart = difference(used.ramp.colour(score), used.ramp.colour(-score), sight);
        QVERIFY2(apart > (score < 5 ? 18 : 30), qPrintable(QStringLiteral("%1: %2").arg(score).arg(apart)));
    }
    const std::array<double, 5> middles{-7.5, -3, 0, 3, 7.5};
    for (std::size_t i = 1; i < middles.size(); ++i) {
        const double apart =
            difference(used.ramp.colour(middles[i - 1]), used.ramp.colour(middles[i]), sight);
        QVERIFY2(apart > 10, qPrintable(QStringLiteral("%1: %2").arg(middles[i]).arg(apart)));
    }
}

void TestPalette::lightnessTellsTheDistanceFromZero_data()
{
    sightsAndThemes();
}

void TestPalette::lightnessTellsTheDistanceFromZero()
{
    QFETCH(const QString, theme);
    QFETCH(const Sight, sight);
    const Theme used = themeNamed(theme);
    for (const double side : {-1.0, 1.0}) {
        for (double score = 1; score <= 10; score += 0.5) {
            const double near = labOf(used.ramp.colour(side * (score - 1)), sight).l;
            const double far = labOf(used.ramp.colour(side * score), sight).l;
            QVERIFY2(used.dark ? far > near : far < near, qPrintable(QString::number(side * score)));
        }
    }
}

void TestPalette::colourIsExactAtAnchorsAndEnds()
{
    const views::StanceRamp ramp(
        {QColor(0x102030), QColor(0x405060), QColor(0x708090), QColor(0xa0b0c0), QColor(0xd0e0f0)});
    QCOMPARE(ramp.colour(-10), QColor(0x102030));
    QCOMPARE(ramp.colour(-5), QColor(0x405060));
    QCOMPARE(ramp.colour(0), QColor(0x708090));
    QCOMPARE(ramp.colour(10), QColor(0xd0e0f0));
    QCOMPARE(ramp.colour(25), ramp.colour(10));
    QCOMPARE(ramp.colour(-25), ramp.colour(-10));
}

void TestPalette::neutralIsUnlikeNoData_data()
{
    sightsAndThemes();
}

void TestPalette::neutralIsUnlikeNoData()
{
    QFETCH(const QString, theme);
    QFETCH(const Sight, sight);
    const Theme used = themeNamed(theme);
    QVERIFY(difference(used.ramp.colour(0), used.land, sight) > 8);
    QVERIFY(difference(used.hatch, used.land, sight) > 8); // the hatching can be seen
    QVERIFY(difference(used.sea, used.ramp.colour(0), sight) > 5);
}

void TestPalette::linesAndTextCanBeRead_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void TestPalette::linesAndTextCanBeRead()
{
    QFETCH(const QString, theme);
    const Theme used = themeNamed(theme);
    QVERIFY(contrast(used.ink, used.page) >= 7);
    QVERIFY(contrast(used.muted, used.page) >= 4.5);
    for (const QColor &line : {used.coast, used.zero, used.selected, used.target})
        QVERIFY2(contrast(line, used.page) >= 3, qPrintable(line.name()));
    QVERIFY(contrast(used.coast, used.sea) >= 3);
    QVERIFY(contrast(used.selected, used.halo) >= 4.5);
    QVERIFY(contrast(used.target, used.halo) >= 4.5);
    for (const QColor &series : used.series) // they also write the names
        QVERIFY2(contrast(series, used.page) >= 4.5, qPrintable(series.name()));
}

void TestPalette::themeFollowsThePalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x1e1e1e));
    QVERIFY(Theme::of(palette).dark);
    QCOMPARE(Theme::of(palette).page, QColor(0x1e1e1e));
    palette.setColor(QPalette::Base, Qt::white);
    QVERIFY(!Theme::of(palette).dark);
    palette.setColor(QPalette::Base, QColor(0x808080)); // nothing could be read on it
    QCOMPARE(Theme::of(palette).page, Theme::light().page);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
