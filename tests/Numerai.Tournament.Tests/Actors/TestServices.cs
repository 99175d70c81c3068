using Microsoft.Extensions.Logging.Abstractions;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Tournament.Tests.Automation;

namespace Numerai.Tournament.Tests.Actors;

/// <summary>
/// What an actor reaches when its commands are tried one by one: its later turns do not run, and other actors are not there.
/// </summary>
internal static class TestServices
{
    public static ActorServices At(
        DateTimeOffset now, IObjectStore objects, bool isSealed = false, IDatasetStore? datasets = null) => new(
        new FixedTime(now),
        Fake<IActors>.Of((method, _) => throw new InvalidOperationException($"{method} is not to be asked.")),
        Fake<IEventPublisher>.Of((_, _) => Task.CompletedTask),
        objects,
        Fake<ISubmissionStore>.Of((method, _) => method switch
        {
            nameof(ISubmissionStore.IsSealedAsync) => Task.FromResult(isSealed),
            nameof(ISubmissionStore.QueuedAsync) => Task.FromResult<IReadOnlyList<SubmissionRecord>>([]),
            _ => throw new InvalidOperationException($"{method} is not to be asked."),
        }),
        datasets ?? Fake<IDatasetStore>.Of((_, _) => Task.FromResult<string?>(null)),
        null!,
        NullLogger.Instance)
    {
        Continuations = Fake<IContinuations>.Of((method, _) => method == "get_Place" ? "here" : null),
        Ballots = null!,
        Directory = null!,
        Feed = null!,
    };
}
