#pragma once

#include <stop_token>

namespace demarche::text {

namespace detail {
inline thread_local const std::stop_token *stopOfThread = nullptr;
}

/// While it lives, work on this thread may be interrupted by a stop token: long loops ask interrupted() now
/// and then, and end early with a result that nobody will use.
class Interruptible
{
public:
    explicit Interruptible(const std::stop_token &stop)
        : m_before(detail::stopOfThread)
    {
        detail::stopOfThread = &stop;
    }
    ~Interruptible() { detail::stopOfThread = m_before; }
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

private:
    const std::stop_token *m_before;
};

/// Whether the work on this thread shall end. Cheap enough for every sentence.
[[nodiscard]] inline bool interrupted()
{
    return detail::stopOfThread != nullptr && detail::stopOfThread->stop_requested();
}

} // namespace demarche::text
