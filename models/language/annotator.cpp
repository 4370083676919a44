#include "models/language/annotator.h"

#include "models/language/lemmatiser.h"
#include "models/language/nametagger.h"
#include "models/language/parser.h"
#include "models/language/verbforms.h"
#include "models/text/interruption.h"
#include "models/text/resource.h"

#include <QFile>

#include <algorithm>
#include <cstdint>

namespace demarche::language {

namespace {

// Sentences that are worked on together: what names mean is looked up across so many. Bounds the memory of
// huge texts.
constexpr size_t BlockSize = 500;

const QString ShippedPath = QStringLiteral("language/english.model");

class LinearAnnotator final : public Annotator
{
public:
    static Result<std::shared_ptr<const Annotator>> open(QByteArray bytes, const QString &where);

    [[nodiscard]] Annotation annotate(text::Document document) const override;

private:
    void annotate(Annotation &annotation, const text::Sentence &sentence, WorkSentence &work) const;
    void annotateBlock(Annotation &annotation, std::span<const text::Sentence> sentences) const;

    void lieOnLines(QByteArray bytes);

    /// As much as a processor fetches at once.
    struct alignas(64) Line
    {
        char bytes[64];
    };
    std::vector<Line> m_lines; ///< a copy of the models, where they did not begin on a line
    QByteArray m_bytes;
    Clusters m_clusters;
    Tagger m_tagger;
    Lemmatiser m_lemmatiser;
    const VerbForms *m_verbs = nullptr;
    Parser m_parser;
    NameTagger m_names;
};

/// Tables are looked up a line at a time, and a line that lies across two takes twice as long. Where the linker
/// put the models is chance; a tenth of all time was lost by it.
void LinearAnnotator::lieOnLines(QByteArray bytes)
{
    if (reinterpret_cast<std::uintptr_t>(bytes.constData()) % sizeof(Line) == 0) {
        m_bytes = std::move(bytes);
        return;
    }
    m_lines.resize((size_t(bytes.size()) + sizeof(Line) - 1) / sizeof(Line));
    auto *begin = reinterpret_cast<char *>(m_lines.data());
    std::ranges::copy(bytes, begin);
    m_bytes = QByteArray::fromRawData(begin, bytes.size());
}

Result<std::shared_ptr<const Annotator>> LinearAnnotator::open(QByteArray bytes, const QString &where)
{
    auto annotator = std::make_shared<LinearAnnotator>();
    annotator->lieOnLines(std::move(bytes));
    const auto file = ModelFile::open(annotator->m_bytes, where);
    if (!file)
        return std::unexpected(file.error());
    const auto &verbs = VerbForms::shipped();
    if (!verbs)
        return std::unexpected(verbs.error());
    annotator->m_verbs = &*verbs;
    const auto take = [](auto &into, auto &&part) -> std::optional<Problem> {
        if (!part)
            return part.error();
        into = *part;
        return std::nullopt;
    };
    for (const auto &problem :
         {take(annotator->m_clusters, Clusters::open(file->section("clusters"), where)),
          take(annotator->m_tagger, Tagger::open(*file, where)),
          take(annotator->m_lemmatiser, Lemmatiser::open(file->section("lemmas"), where)),
          take(annotator->m_parser, Parser::open(*file, where)),
          take(annotator->m_names, NameTagger::open(*file, where))}) {
        if (problem)
            return std::unexpected(*problem);
    }
    return annotator;
}

void LinearAnnotator::annotate(Annotation &a, const text::Sentence &sentence, WorkSentence &work) const
{
    const int first = sentence.firstToken, n = sentence.size();
    work.resize(n);
    for (int i = 0; i < n; ++i)
        work.lex(i) = lexeme(a.form(first + i), m_clusters);
    work.findShouting();
    m_tagger.tag(work);
    m_parser.parse(work);
    for (int i = 0; i < n; ++i) {
        const QStringView form = a.form(first + i);
        a.words[size_t(first + i)] = {
            work.head(i) == n ? -1 : first + work.head(i), Upos(work.upos(i)), work.xpos(i), work.label(i),
            m_verbs->base(form, work.xpos(i), m_lemmatiser.lemma(form, work.xpos(i)))};
    }
}

void LinearAnnotator::annotateBlock(Annotation &a, std::span<const text::Sentence> sentences) const
{
    thread_local std::vector<WorkSentence> works;
    thread_local std::vector<std::vector<std::uint8_t>> classes;
    works.resize(std::max(works.size(), sentences.size()));
    for (size_t i = 0; i < sentences.size(); ++i)
        annotate(a, sentences[i], works[i]);
    m_names.classify({works.data(), sentences.size()}, classes);
    for (size_t i = 0; i < sentences.size(); ++i)
        collectNames(classes[i], sentences[i].firstToken, a.names);
}

Annotation LinearAnnotator::annotate(text::Document document) const
{
    Annotation a;
    a.document = std::move(document);
    a.words.resize(a.document.tokens.size());
    const std::span<const text::Sentence> all(a.document.sentences);
    for (size_t begin = 0; begin < all.size() && !text::interrupted(); begin += BlockSize)
        annotateBlock(a, all.subspan(begin, std::min(BlockSize, all.size() - begin)));
    return a;
}

} // namespace

Result<std::shared_ptr<const Annotator>> Annotator::shipped()
{
    static const auto annotator = []() -> Result<std::shared_ptr<const Annotator>> {
        auto bytes = resource(ShippedPath);
        if (!bytes)
            return std::unexpected(bytes.error());
        return LinearAnnotator::open(*bytes, ShippedPath);
    }();
    return annotator;
}

Result<std::shared_ptr<const Annotator>> Annotator::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    return LinearAnnotator::open(file.readAll(), path);
}

} // namespace demarche::language
