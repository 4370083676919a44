#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

/// Who wrote an article, out of the many ways in which bylines say it.
namespace demarche::corpus {

/// "Jane Doe", "John Roe" out of "By Jane Doe and JOHN ROE, Reuters"; empty where the line is no byline,
/// which begins with "By" or its like.
[[nodiscard]] QStringList bylineNames(QStringView line);

/// The same out of a field that is known to hold a byline, with or without "By": places ("in Paris"), offices
/// ("Diplomatic Editor"), agencies, addresses and handles are left out. Where no name is left the field's
/// own words stand ("Staff and agencies"). Empty for what is too long, or an address, and no byline at all.
[[nodiscard]] QStringList peopleOf(const QString &field);

/// True for what a person is ("Diplomatic Editor"), not who.
[[nodiscard]] bool isOffice(const QString &part);

} // namespace demarche::corpus
