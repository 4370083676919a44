#pragma once

#include "models/lens/session.h"
#include "models/tables/card.h"
#include "models/tables/tablemodel.h"

#include <QCache>

namespace demarche::corpus {
struct StoredArticle;
}

namespace demarche::tables {

/// The pieces of evidence on which stances rest, each with its sentence. Over a lens they are read from the
/// index where they lie; the sentence is fetched when a row is looked at.
class EvidenceModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Value, Sentence, Country, Target, Source, Date };

    /// Gives an article with its analysis; one without id where it cannot be had.
    using Fetch = std::function<corpus::StoredArticle(qint64 article)>;

    EvidenceModel(const lens::LensSession &session, Fetch fetch, Words words, QObject *parent = nullptr);

    /// All that the session's lens shows, toward its target.
    void showLens();
    /// All evidence in one article, toward anybody.
    void showArticle(const corpus::StoredArticle &article);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;

protected:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] QString text(int row, int column) const override;
    /// Of many rows only sentences that were looked at: each of the others is in an article to be read.
    [[nodiscard]] QString findable(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] QVariant score(int row, int column) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] Place place(int row) const override;

private:
    struct Item
    {
        qint64 article = 0;
        FindingRef finding;
        QString country;
        QString target;
        QDate day;
        double value = 0;
    };
    [[nodiscard]] Item item(int row) const;
    using Key = std::pair<qint64, std::pair<int, int>>;
    [[nodiscard]] static Key keyOf(const Item &item);
    [[nodiscard]] QString sentence(const Item &item) const;

    const lens::LensSession &m_session;
    Fetch m_fetch;
    Words m_words;
    std::vector<std::uint32_t> m_ofLens; ///< rows of the target's evidence
    std::vector<Item> m_ofArticle;
    bool m_overLens = true;
    mutable QCache<Key, QString> m_sentences;
};

} // namespace demarche::tables
