#pragma once

#include "models/corpus/store.h"
#include "models/tables/card.h"
#include "models/tables/paged.h"

/// Tables of what was found, in one article or in all that a lens shows. Both have the store's own rows.
namespace demarche::tables {

/// The rows of one article's findings, in the analysis's order: row n is finding n.
[[nodiscard]] std::vector<corpus::ActorRow> actorRows(const corpus::StoredArticle &article);
[[nodiscard]] std::vector<corpus::QuoteRow> quoteRows(const corpus::StoredArticle &article);
[[nodiscard]] std::vector<corpus::ActionRow> actionRows(const corpus::StoredArticle &article);

class ActorsModel : public PagedModel<corpus::ActorRow>
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Country, Role, Articles, Mentions };

    ActorsModel(Words words, QObject *parent = nullptr);
    [[nodiscard]] std::span<const ColumnInfo> columns() const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] Place place(int row) const override;

private:
    Words m_words;
};

class QuotesModel : public PagedModel<corpus::QuoteRow>
{
    Q_OBJECT

public:
    enum Column { Tone, Quote, Speaker, Country, Kind, Date };

    QuotesModel(Words words, QObject *parent = nullptr);
    [[nodiscard]] std::span<const ColumnInfo> columns() const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] QVariant score(int row, int column) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] Place place(int row) const override;

private:
    Words m_words;
};

class ActionsModel : public PagedModel<corpus::ActionRow>
{
    Q_OBJECT

public:
    enum Column { Goldstein, Clause, Source, Target, Action, Certainty, Date };

    ActionsModel(Words words, QObject *parent = nullptr);
    [[nodiscard]] std::span<const ColumnInfo> columns() const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] QVariant score(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] Place place(int row) const override;

private:
    Words m_words;
};

} // namespace demarche::tables
