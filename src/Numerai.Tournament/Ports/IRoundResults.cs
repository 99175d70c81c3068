using Numerai.Contracts;
using Numerai.Tournament.Standings;

namespace Numerai.Tournament.Ports;

/// <summary>What staked models did in resolved rounds, read from the tables that events feed.</summary>
public interface IRoundResults
{
    /// <summary>Makes something of the results of rounds by their opening time.</summary>
    /// <param name="make">Takes the results, in order of their rounds, once; and how many rounds have resolved.</param>
    Task<T> ReadAsync<T>(
        TournamentId tournament, DateTimeOffset? opensFrom, DateTimeOffset? opensBefore, Func<IEnumerable<RoundResult>, int, T> make);

    /// <summary>Changes when a round resolves.</summary>
    Task<string> MarkAsync(TournamentId tournament);
}
