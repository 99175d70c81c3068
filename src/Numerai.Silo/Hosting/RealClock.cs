using Numerai.Tournament.Outcomes;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Hosting;

/// <summary>A cluster runs on real time: silos could not agree on a clock that is moved by hand.</summary>
internal sealed class RealClock(TimeProvider time) : IServerClock
{
    public bool IsVirtual { get; }

    public DateTimeOffset Now => time.GetUtcNow();

    public Task<Outcome<IReadOnlyList<string>>> AdvanceAsync(DateTimeOffset to) =>
        throw new NotSupportedException("The cluster runs on real time, which can't be moved.");
}
