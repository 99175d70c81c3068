using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Behaviour;

/// <summary>What the behaviour suites need of a host, so that they run over any.</summary>
public interface ITournamentHost : IAsyncDisposable
{
    IActors Actors { get; }

    IReadModel ReadModel { get; }

    IDatasetStore Datasets { get; }

    IUploadStore Uploads { get; }

    IObjectStore Objects { get; }

    ISubmissionStore Submissions { get; }

    TimeProvider Time { get; }

    /// <summary>Moves the host's virtual clock on and wakes the schedules.</summary>
    Task AdvanceToAsync(DateTimeOffset time);

    /// <summary>Wakes the schedules, which go on with what was cut short, and publishes what waits in outboxes.</summary>
    Task TickAsync();

    /// <summary>Ends the host and starts another on the same stores: all that was only in memory is gone.</summary>
    Task RestartAsync();

    /// <summary>Waits until people see what actors have said.</summary>
    Task SettleAsync();
}
