#include "models/corpus/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const Reader *chosen = nullptr;

} // namespace

/// The reader whose name ends as the program's does: fuzz_html is that of HTML.
extern "C" int LLVMFuzzerInitialize(int *, char ***arguments)
{
    const QString name = QString::fromLocal8Bit((*arguments)[0]).section(u'_', -1);
    for (const Reader *one : readers()) {
        if (QString(one->name()).section(u' ', -1).compare(name, Qt::CaseInsensitive) == 0)
            chosen = one;
    }
    if (chosen == nullptr)
        std::abort(); // a target for a reader that is not there
    return 0;
}

/// Any bytes give articles with a text, or a problem; never a crash, a hang or a leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Source source{u"made"_s, QByteArrayView(data, qsizetype(size))};
    const int likeness = chosen->likeness(source);
    if (likeness < 0 || likeness > 100)
        std::abort();
    const Sink sink{[](Article &&article) {
                        if (article.text.isEmpty())
                            std::abort();
                        return true;
                    },
                    [](Problem &&) {}};
    static_cast<void>(chosen->read(source, sink));
    return 0;
}
