#include "views/panels/lensbar.h"

#include "models/tables/card.h"
#include "views/panels/chip.h"
#include "views/panels/datesbox.h"
#include "views/panels/flowlayout.h"
#include "views/panels/targetbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace demarche::panels {

using lens::Facet;
using lens::Lens;
using lens::LensPart;

namespace {

constexpr qsizetype mostInMenu = 40;
/// Beyond, one chip stands for all countries: the charts need their room.
constexpr qsizetype mostCountryChips = 8;
constexpr std::size_t mostChips = 10;

QString kindOf(Facet facet)
{
    switch (facet) {
    case Facet::Target:
        return LensBar::tr("Target");
    case Facet::Country:
        return LensBar::tr("Country");
    case Facet::Dates:
        return LensBar::tr("Dates");
    case Facet::Search:
        return LensBar::tr("Search");
    case Facet::Publisher:
        return LensBar::tr("Publisher");
    case Facet::Source:
        return LensBar::tr("Source");
    case Facet::Kind:
        return LensBar::tr("Kind of evidence");
    case Facet::Copies:
        return LensBar::tr("Copies");
    }
    return {};
}

} // namespace

LensBar::LensBar(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_names(session.names(std::move(nameOf)))
    , m_target(new TargetBox(session, m_names.country, this))
    , m_chipArea(new QWidget(this))
    , m_add(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_count(new QLabel(this))
{
    setAccessibleName(tr("Lens"));
    auto *toward = new QLabel(tr("Stance &toward"), this);
    toward->setBuddy(m_target);

    m_add->setText(tr("Filter"));
    m_add->setToolTip(tr("Add a filter: countries, dates, kinds of evidence, sources"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(new QMenu(m_add));
    connect(m_add->menu(), &QMenu::aboutToShow, this, [this] {
        m_add->menu()->clear();
        addCountryMenu();
        addDatesMenu();
        addKindsMenu();
        addSourceMenu();
        addCopiesSwitch();
    });
    m_clear->setText(tr("Clear all"));
    m_clear->setToolTip(tr("Take all filters away"));
    m_clear->setAutoRaise(true);
    connect(m_clear, &QToolButton::clicked, this,
            [this] { m_session.look(lens::cleared(m_session.lens())); });
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAccessibleName(tr("How much the lens shows"));

    m_flow = new FlowLayout(m_chipArea);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(6);
    QSizePolicy grows(QSizePolicy::Expanding, QSizePolicy::Preferred);
    grows.setHeightForWidth(true);
    m_chipArea->setSizePolicy(grows);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(toward, 0, Qt::AlignTop);
    layout->addWidget(m_target, 0, Qt::AlignTop);
    layout->addWidget(m_add, 0, Qt::AlignTop);
    layout->addWidget(m_chipArea, 1);
    layout->addWidget(m_clear, 0, Qt::AlignTop);
    layout->addWidget(m_count, 0, Qt::AlignTop);
    const int height = m_target->sizeHint().height();
    for (QWidget *widget : {static_cast<QWidget *>(toward), static_cast<QWidget *>(m_count),
                            static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_add)})
        widget->setFixedHeight(height);
    // Chips are lower than what stands beside them: in its middle.
    const int above = std::max(0, (height - Chip({}, {}).sizeHint().height()) / 2);
    m_flow->setContentsMargins(0, above, 0, above);

    connect(&session, &lens::LensSession::changed, this, &LensBar::refresh);
    connect(&session, &lens::LensSession::searchingChanged, this, &LensBar::refresh);
    refresh();
}

void LensBar::refresh()
{
    refreshChips();
    const lens::Aggregates &shown = m_session.aggregates();
    if (m_session.isSearching()) {
        m_count->setText(tr("searching …"));
        return;
    }
    QString told = tables::counted(qint64(shown.articles.size()), tr("article"), tr("articles"));
    const bool once = !m_session.lens().countCopies && shown.leads.size() < shown.articles.size();
    if (once)
        told =
            tr("%1 in %2").arg(told, tables::counted(qint64(shown.leads.size()), tr("story"), tr("stories")));
    m_count->setText(told + QStringLiteral(" · ") +
                     tables::counted(shown.evidence, tr("piece of evidence"), tr("pieces of evidence")));
    m_count->setToolTip(once ? tr("Copies of one story count once in stance and volume") : QString());
}

void LensBar::refreshChips()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const std::vector<LensPart> parts = lens::parts(m_session.lens(), m_names);
    const qsizetype countries = m_session.lens().countries.size();
    const bool areMany = countries > mostCountryChips || (countries > 2 && parts.size() > mostChips);
    if (areMany)
        addCountriesChip();
    for (const LensPart &part : parts) {
        if (!areMany || part.facet != Facet::Country)
            addChip(kindOf(part.facet), part.words, lens::without(m_session.lens(), part));
    }
    m_clear->setVisible(!parts.empty());
    m_chipArea->updateGeometry();
}

void LensBar::addChip(const QString &kind, const QString &words, Lens without)
{
    auto *chip = new Chip(kind, words, m_chipArea);
    connect(chip, &Chip::clicked, this, [this, without = std::move(without)] { m_session.look(without); });
    m_flow->addWidget(chip);
    chip->show();
}

/// Single ones are taken away on the map or in the menu.
void LensBar::addCountriesChip()
{
    Lens without = m_session.lens();
    const qsizetype count = without.countries.size();
    without.countries.clear();
    addChip(tr("Countries"), tr("%1 countries").arg(count), std::move(without));
}

void LensBar::addToggle(QMenu *menu, QString words, bool isOn, std::function<Lens(const Lens &)> toggled)
{
    QAction *action = menu->addAction(words.replace(u'&', QLatin1String("&&")));
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::triggered, this,
            [this, toggled = std::move(toggled)] { m_session.look(toggled(m_session.lens())); });
}

void LensBar::addCountryMenu()
{
    QMenu *menu = m_add->menu()->addMenu(tr("&Country"));
    const lens::Aggregates &shown = m_session.aggregates();
    qsizetype added = 0;
    for (const lens::CountryTotal &total : shown.countries) {
        if (++added > mostInMenu)
            break;
        const QString key = m_session.index().countryNames().at(total.country);
        addToggle(menu, m_names.country(key), m_session.lens().countries.contains(key),
                  [key](const Lens &lens) { return lens::toggled(lens, key); });
    }
    menu->setEnabled(added > 0);
}

void LensBar::addDatesMenu()
{
    connect(m_add->menu()->addAction(tr("&Dates …")), &QAction::triggered, this, [this] {
        const Lens &lens = m_session.lens();
        auto *box = new DatesBox(lens.from.isValid() ? lens.from : m_session.index().firstDay(),
                                 lens.to.isValid() ? lens.to : m_session.index().lastDay(), this);
        connect(box, &DatesBox::chosen, this, [this](QDate first, QDate last) {
            m_session.look(lens::withDates(m_session.lens(), first, last));
        });
        box->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
    });
}

void LensBar::addKindsMenu()
{
    QMenu *menu = m_add->menu()->addMenu(tr("&Evidence from"));
    const std::array<std::pair<QString, lens::Kinds>, 3> choices{
        {{tr("Actions and quotes"), lens::allKinds},
         {tr("Actions only"), lens::Kinds(lens::Kind::Action)},
         {tr("Quotes only"), lens::Kinds(lens::Kind::Quote)}}};
    for (const auto &[words, kinds] : choices) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_session.lens().kinds == kinds);
        connect(action, &QAction::triggered, this, [this, chosen = kinds] {
            Lens lens = m_session.lens();
            lens.kinds = chosen;
            m_session.look(std::move(lens));
        });
    }
}

/// Groups first; where nothing is subscribed to, there is nothing to choose.
void LensBar::addSourceMenu()
{
    QStringList groups = m_session.sources().groups();
    QStringList sources;
    for (const lens::Source &source : m_session.sources().all())
        sources.append(lens::sourceKey(source.id));
    if (sources.isEmpty())
        return;
    const auto byName = [this](const QString &a, const QString &b) {
        return QString::localeAwareCompare(m_names.source(a), m_names.source(b)) < 0;
    };
    std::ranges::sort(groups, byName);
    std::ranges::sort(sources, byName);
    QMenu *menu = m_add->menu()->addMenu(tr("&Source"));
    for (const QString &key : (groups + sources).first(std::min(groups.size() + sources.size(), mostInMenu)))
        addToggle(menu, m_names.source(key), m_session.lens().sources.contains(key),
                  [key](const Lens &lens) { return lens::withSourceToggled(lens, key); });
}

void LensBar::addCopiesSwitch()
{
    QAction *action = m_add->menu()->addAction(tr("Count &every copy of a story"));
    action->setCheckable(true);
    action->setChecked(m_session.lens().countCopies);
    connect(action, &QAction::triggered, this, [this](bool on) {
        Lens lens = m_session.lens();
        lens.countCopies = on;
        m_session.look(std::move(lens));
    });
}

} // namespace demarche::panels
