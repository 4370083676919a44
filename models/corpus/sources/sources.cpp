#include "models/corpus/sources/sources.h"

#include "models/corpus/sources/gatherer.h"

namespace demarche::corpus::sources {

Sources::Sources(const QString &storeFile, const Settings &settings, QObject *parent)
    : Sources(std::make_unique<Gatherer>(storeFile, settings), parent)
{
    m_settings = settings;
}

Sources::Sources(std::unique_ptr<Gatherer> gatherer, QObject *parent)
    : QObject(parent)
    , m_gatherer(gatherer.release())
{
    m_gatherer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_gatherer, &QObject::deleteLater);
    connect(m_gatherer, &Gatherer::changed, this,
            [this](const SubscriptionList &list, const QSet<qint64> &busy) {
                m_list = list;
                m_busy = busy;
                emit changed();
            });
    connect(m_gatherer, &Gatherer::arrived, this, &Sources::arrived);
    connect(m_gatherer, &Gatherer::found, this, &Sources::found);
    connect(m_gatherer, &Gatherer::failed, this, &Sources::failed);
    m_thread.start(QThread::LowPriority);
}

Sources::~Sources()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename Ask>
void Sources::ask(Ask what)
{
    QMetaObject::invokeMethod(
        m_gatherer, [gatherer = m_gatherer, what = std::move(what)] { what(*gatherer); },
        Qt::QueuedConnection);
}

void Sources::start()
{
    ask([](Gatherer &gatherer) { gatherer.start(); });
}

void Sources::setSettings(const Settings &settings)
{
    m_settings = settings;
    ask([settings](Gatherer &gatherer) { gatherer.setSettings(settings); });
}

void Sources::add(const SubscriptionList &list)
{
    ask([list](Gatherer &gatherer) { gatherer.add(list); });
}

void Sources::change(const Subscription &subscription)
{
    ask([subscription](Gatherer &gatherer) { gatherer.change(subscription); });
}

void Sources::remove(const std::vector<qint64> &ids)
{
    ask([ids](Gatherer &gatherer) { gatherer.remove(ids); });
}

void Sources::moveGroup(const QStringList &from, const QStringList &to)
{
    ask([from, to](Gatherer &gatherer) { gatherer.moveGroup(from, to); });
}

void Sources::refresh(const std::vector<qint64> &ids)
{
    ask([ids](Gatherer &gatherer) { gatherer.refresh(ids); });
}

void Sources::refreshAll()
{
    ask([](Gatherer &gatherer) { gatherer.refreshAll(); });
}

void Sources::find(const QString &address)
{
    ask([address](Gatherer &gatherer) { gatherer.find(address); });
}

void Sources::settle(const QList<qint64> &receipts, const ImportReport &report)
{
    ask([receipts, report](Gatherer &gatherer) { gatherer.settle(receipts, report); });
}

void Sources::recount()
{
    ask([](Gatherer &gatherer) { gatherer.recount(); });
}

} // namespace demarche::corpus::sources
