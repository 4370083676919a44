#include "models/corpus/provenance.h"

#include "models/language/identify.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr double beyondDoubt = 0.9; ///< LanguageTable's own measure of a sure reading
constexpr double likely = 0.5;      ///< below, a text is too short or mixed to tell

/// "pt" of "pt-BR".
QString primary(const QString &language)
{
    return language.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

constexpr std::array basisNames{"unknown"_L1, "metadata"_L1, "text"_L1, "address"_L1,
                                "assumed"_L1, "analyst"_L1,  "site"_L1, "feed"_L1};

} // namespace

void findLanguage(Article &article)
{
    const language::Identification seen = language::identify(article.text);
    const bool declared = article.languageBasis == Basis::Metadata ||
                          (article.languageBasis == Basis::Assumed && article.language != "en"_L1);
    const bool agrees = primary(article.language) == seen.code;
    if (declared && (agrees || seen.code.isEmpty() || seen.confidence < beyondDoubt)) {
        article.languageBasis = Basis::Metadata;
        return;
    }
    if (!seen.code.isEmpty() && seen.confidence >= likely) {
        article.language = seen.code;
        article.languageBasis = Basis::Text;
        return;
    }
    article.language = u"en"_s;
    article.languageBasis = Basis::Assumed;
}

void setEncoding(Article &article, const Decoded &decoded)
{
    using From = Decoded::Basis;
    article.encoding = decoded.encoding;
    article.encodingBasis = decoded.basis == From::Chosen                                    ? Basis::Analyst
                            : decoded.basis == From::Mark || decoded.basis == From::Declared ? Basis::Metadata
                            : decoded.basis == From::Bytes || decoded.basis == From::Letters ? Basis::Text
                                                                                             : Basis::Assumed;
}

bool isAnalysed(const QString &language)
{
    const QString code = primary(language);
    return code == "en"_L1 || code.isEmpty();
}

QString languageName(const QString &language)
{
    return language::LanguageTable::shipped().name(primary(language));
}

QString unanalysed(const QString &language)
{
    return isAnalysed(language) ? QString() : u"in %1, which is not analysed"_s.arg(languageName(language));
}

QLatin1StringView name(Basis basis)
{
    return basisNames[std::min(std::size_t(basis), basisNames.size() - 1)];
}

Basis fromName(QStringView text, Basis otherwise)
{
    const auto found =
        std::ranges::find_if(basisNames, [text](QLatin1StringView name) { return name == text; });
    return found == basisNames.end() ? otherwise : Basis(found - basisNames.begin());
}

} // namespace demarche::corpus
