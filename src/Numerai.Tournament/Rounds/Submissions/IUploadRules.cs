using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>What is asked of a tournament before an upload begins.</summary>
public interface IUploadRules
{
    ValueTask<UploadRules> OfAsync(TournamentId tournament);
}

/// <param name="Paused">The council has paused uploads.</param>
/// <param name="MaximumBytes">What a file may have.</param>
public sealed record UploadRules(bool Paused, long MaximumBytes);

/// <summary>Asks governance and schedule every time.</summary>
public sealed class AskedUploadRules(IActors actors) : IUploadRules
{
    public async ValueTask<UploadRules> OfAsync(TournamentId tournament)
    {
        var governance = (await actors.Governance().GetAsync()).Require();
        var schedule = (await actors.Schedule(tournament).GetAsync()).Require();
        return new UploadRules(governance.Paused.Contains(tournament), schedule.Settings.Submission.MaximumBytes);
    }
}
