using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Rounds;

/// <summary>
/// Steps of rounds under way: seen, waited for, tried again, given up. Every call needs the role resolve_rounds; others are refused with
/// role_not_held.
/// </summary>
public sealed class RoundStepsClient
{
    /// <summary>Failures in a row after which nobody waits any longer.</summary>
    private const int EnoughFailures = 3;

    /// <summary>How long the server keeps a question for a step that does not come on.</summary>
    private static readonly TimeSpan _question = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly ApiTransport _transport;

    internal RoundStepsClient(ApiTransport transport) => _transport = transport;

    /// <summary>Refused: round_not_found, step_not_found (nothing is under way).</summary>
    public Task<RoundStepStatus> GetAsync(int tournament, int number, CancellationToken cancellation = default) =>
        ReadAsync(tournament, number, null, cancellation);

    /// <summary>Of all tournaments, in the order in which they are due.</summary>
    public Task<IReadOnlyList<RoundStepStatus>> ListAsync(CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<IReadOnlyList<RoundStepStatus>>("api/v1/operator/steps", cancellation);
    }

    /// <summary>
    /// Waits until the step under way is done and returns the round; returns at once when there is none. Refused: with the step's own
    /// error when it is told no (such as treasury_insufficient) or has failed three times in a row; the server goes on trying.
    /// </summary>
    /// <param name="progress">Is told how far the step is, about once a second.</param>
    public async Task<Round> WaitAsync(
        int tournament, int number, IProgress<RoundStepStatus>? progress = null, CancellationToken cancellation = default)
    {
        DateTimeOffset? started = null;
        while (await NextAsync(tournament, number, started is null ? null : _question, cancellation).ConfigureAwait(false) is { } step
            && step.Started == (started ?? step.Started))
        {
            started = step.Started;
            progress?.Report(step);
            if (step.State == RoundStepState.Refused || step is { State: RoundStepState.Failing, Attempts: >= EnoughFailures })
            {
                throw Fault(step);
            }

            if (step.State == RoundStepState.Failing)
            {
                await Task.Delay(_pause, _transport.Options.Time, cancellation).ConfigureAwait(false);
            }
        }

        return await _transport.GetAsync<Round>($"api/v1/rounds/{tournament}/{number}", cancellation).ConfigureAwait(false);
    }

    /// <summary>Tries a step again now that has failed or was refused. Refused: step_not_found.</summary>
    public Task<Round> RetryAsync(int tournament, int number, CancellationToken cancellation = default) =>
        PostAsync(tournament, number, "retry", new { }, cancellation);

    /// <summary>
    /// Gives a step up that has neither pinned nor paid anyone. Refused: step_not_found, step_not_abortable (which says what to do
    /// instead).
    /// </summary>
    /// <param name="reason">Everybody can read it.</param>
    public Task<Round> AbortAsync(int tournament, int number, string reason, CancellationToken cancellation = default) =>
        PostAsync(tournament, number, "abort", new AbortStepRequest(reason), cancellation);

    private Task<Round> PostAsync(int tournament, int number, string what, object body, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Round>(
            HttpMethod.Post, $"api/v1/operator/rounds/{tournament}/{number}/step/{what}", body, Repeat.Safe, cancellation);
    }

    private async Task<RoundStepStatus?> NextAsync(int tournament, int number, TimeSpan? wait, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(tournament, number, wait, cancellation).ConfigureAwait(false);
        }
        catch (NumeraiApiException none) when (none.Code == "step_not_found")
        {
            return null;
        }
    }

    private Task<RoundStepStatus> ReadAsync(int tournament, int number, TimeSpan? wait, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<RoundStepStatus>(
            QueryText.Of($"api/v1/operator/rounds/{tournament}/{number}/step", ("wait", (int?)wait?.TotalSeconds)), cancellation);
    }

    private static NumeraiApiException Fault(RoundStepStatus step) => step.LastError is { } error
        ? new NumeraiApiException(error.Code, error.Detail)
        : new NumeraiApiException("round_step_failed", $"Round {step.Round} has failed {step.Attempts} times in a row; its log says why.");
}
