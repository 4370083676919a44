#include "models/language/annotator.h"

#include "models/language/lemmatiser.h"
#include "models/language/nametagger.h"
#include "models/language/parser.h"
#include "models/text/resource.h"

#include <QFile>

namespace demarche::language {

namespace {

const QString ShippedPath = QStringLiteral("language/english.model");

class LinearAnnotator final : public Annotator
{
public:
    static Result<std::shared_ptr<const Annotator>> open(QByteArray bytes, const QString &where);

    [[nodiscard]] Annotation annotate(text::Document document) const override;

private:
    void annotate(Annotation &annotation, const text::Sentence &sentence) const;

    QByteArray m_bytes;
    Clusters m_clusters;
    Tagger m_tagger;
    Lemmatiser m_lemmatiser;
    Parser m_parser;
    NameTagger m_names;
};

Result<std::shared_ptr<const Annotator>> LinearAnnotator::open(QByteArray bytes, const QString &where)
{
    auto annotator = std::make_shared<LinearAnnotator>();
    annotator->m_bytes = std::move(bytes);
    const auto file = ModelFile::open(annotator->m_bytes, where);
    if (!file)
        return std::unexpected(file.error());
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

void LinearAnnotator::annotate(Annotation &a, const text::Sentence &sentence) const
{
    thread_local WorkSentence work;
    thread_local ParseState state;
    const int first = sentence.firstToken, n = sentence.size();
    work.resize(n);
    for (int i = 0; i < n; ++i)
        work.lex(i) = lexeme(a.form(first + i), m_clusters);
    work.findShouting();
    m_tagger.tag(work);
    m_parser.parse(work, state);
    for (int i = 0; i < n; ++i) {
        const ParseState::Node &node = state.node(i);
        a.words[size_t(first + i)] = {node.head == n ? -1 : first + node.head, Upos(work.upos(i)),
                                      work.xpos(i), node.label,
                                      m_lemmatiser.lemma(a.form(first + i), work.xpos(i))};
    }
    m_names.find(work, first, a.names);
}

Annotation LinearAnnotator::annotate(text::Document document) const
{
    Annotation a;
    a.document = std::move(document);
    a.words.resize(a.document.tokens.size());
    for (const text::Sentence &s : a.document.sentences) {
        if (s.size() > 0)
            annotate(a, s);
    }
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
