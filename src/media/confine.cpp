#include "media/confine.h"

#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

namespace knippe::media {
namespace {

/// Memory, time, the three open files, and what a decoder's second thread needs.
constexpr int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq), SCMP_SYS(restart_syscall), SCMP_SYS(gettid), SCMP_SYS(getpid)};
constexpr int allowed_to_sanitizers[] = {SCMP_SYS(sigaltstack), SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(prctl),
                                         SCMP_SYS(getrlimit), SCMP_SYS(prlimit64)};

Status failed(const char* what, int error) { return fail(ErrorKind::internal, "photo.not_confined", std::string(what) + ": " + std::strerror(error)); }

Status limit(__rlimit_resource what, rlim_t most) {
  const rlimit both{most, most};
  return setrlimit(what, &both) == 0 ? Status{} : failed("setrlimit", errno);
}

Status set_limits(const Confinement& walls) {
  TRY_STATUS(limit(RLIMIT_CORE, 0));
  TRY_STATUS(limit(RLIMIT_FSIZE, 0));
  TRY_STATUS(limit(RLIMIT_CPU, static_cast<rlim_t>(walls.cpu.count())));
  if (!is_sanitized) TRY_STATUS(limit(RLIMIT_AS, walls.memory_bytes));
  return {};
}

using Filter = std::unique_ptr<void, decltype([](void* filter) { seccomp_release(filter); })>;

/// The call's n-th argument, seen through a mask, is `wanted`.
scmp_arg_cmp has_bits(unsigned n, std::uint64_t mask, std::uint64_t wanted) { return {n, SCMP_CMP_MASKED_EQ, mask, wanted}; }

int add_rules(scmp_filter_ctx filter) {
  int error = 0;
  const auto rule = [&](std::uint32_t action, int call, auto... arguments) {
    if (!error) error = seccomp_rule_add(filter, action, call, sizeof...(arguments), arguments...);
  };
  for (const int call : allowed) rule(SCMP_ACT_ALLOW, call);
  if (is_sanitized)
    for (const int call : allowed_to_sanitizers) rule(SCMP_ACT_ALLOW, call);
  // Memory of one's own that is never code; no files are mapped.
  rule(SCMP_ACT_ALLOW, SCMP_SYS(mmap), has_bits(2, PROT_EXEC, 0), has_bits(3, MAP_ANONYMOUS, MAP_ANONYMOUS));
  rule(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), has_bits(2, PROT_EXEC, 0));
  // Threads, but no processes. clone3 keeps its flags in memory, where a filter cannot look: without it libc falls back to clone.
  rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), has_bits(0, CLONE_THREAD, CLONE_THREAD));
  rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
  // The C library asks what kind of file it writes to, and takes no for an answer.
  rule(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(newfstatat));
  rule(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fstat));
  return error;
}

Status filter_calls() {
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
  if (!filter) return failed("seccomp_init", ENOMEM);
  if (const int error = add_rules(filter.get())) return failed("seccomp_rule_add", -error);
  if (const int error = seccomp_load(filter.get())) return failed("seccomp_load", -error);
  return {};
}

}  // namespace

Status confine(const Confinement& walls) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  if (close_range(3, ~0U, 0) != 0) return failed("close_range", errno);
  TRY_STATUS(set_limits(walls));
  return filter_calls();
}

}  // namespace knippe::media
