using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Web.Datasets;

/// <summary>
/// Data files by the names participants ask with. "v5.2/live.parquet" and its like are aliases of the open round's files, or of the newest
/// round's when none is open: predictions on the ids of an earlier round would be staked on the wrong rows. A file that was published under
/// such a name counts only until the tournament's first round.
/// </summary>
internal sealed class PublishedDatasets(IActors actors, IDatasetStore datasets, TimeProvider time)
{
    /// <summary>In order of their names.</summary>
    public async Task<IReadOnlyList<PublishedDataset>> ListAsync()
    {
        var live = await LiveAsync();
        var files = await datasets.ListAsync();
        var named = new SortedDictionary<string, PublishedDataset>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !LiveName.IsAlias(file.Name) || RoundFor(file.Name, live) is null))
        {
            named[file.Name] = new PublishedDataset(file.Name, file);
        }

        foreach (var file in files)
        {
            foreach (var round in live)
            {
                if (LiveName.Of(round.Round)?.Alias(file.Name) is { } alias)
                {
                    named[alias] = Of(alias, file, round);
                    break;
                }
            }
        }

        return [.. named.Values];
    }

    /// <summary>Refused: dataset_not_found.</summary>
    public async Task<Outcome<PublishedDataset>> FindAsync(string name)
    {
        if (LiveName.IsLive(name))
        {
            var live = await LiveAsync();
            foreach (var round in live)
            {
                if (LiveName.Of(round.Round)?.Stored(name) is { } stored && await datasets.FindAsync(stored) is { } file)
                {
                    return Of(name, file, round);
                }
            }

            if (LiveName.IsAlias(name) && RoundFor(name, live) is { } other)
            {
                return new Refusal(
                    RefusalCodes.DatasetNotFound,
                    $"Round {other.Round.Id} has no data file '{name}'; its live data are '{other.Round.LiveDataset}', and GET "
                        + "/api/v1/datasets lists what there is.");
            }
        }

        return await datasets.FindAsync(name) is { } published ? new PublishedDataset(name, published) : NotFound(name);
    }

    /// <summary>The file that a name means in one round; null when that round has none of that name.</summary>
    public async Task<PublishedDataset?> FindAsync(string name, RoundView round) =>
        LiveName.Of(round)?.Stored(name) is { } stored && await datasets.FindAsync(stored) is { } file
            ? new PublishedDataset(name, file, round.Id)
            : null;

    public static Refusal NotFound(string name) =>
        new(RefusalCodes.DatasetNotFound, $"There is no data file '{name}'; GET /api/v1/datasets lists what there is.");

    private static PublishedDataset Of(string alias, DatasetFile file, LiveRound round) => new(
        alias,
        file,
        round.Round.Id,
        round.Open ? null : $"No round is open; this is the file of round {round.Round.Id}, which takes no more submissions on time.");

    /// <summary>
    /// The round that an alias has to be of: that on the same folder, else that of the tournament which the folder is of.
    /// </summary>
    private static LiveRound? RoundFor(string name, IReadOnlyList<LiveRound> live)
    {
        var folder = LiveName.FolderOf(name);
        var tournament = Tournaments.OfDataset(name).Id;
        return live.FirstOrDefault(round => LiveName.Of(round.Round)?.Folder == folder)
            ?? live.FirstOrDefault(round => round.Round.Id.Tournament == tournament);
    }

    private async Task<IReadOnlyList<LiveRound>> LiveAsync()
    {
        var now = time.GetUtcNow();
        var found = await Task.WhenAll(Tournaments.Ids.Select(tournament => LiveRound.FindAsync(actors, tournament, now)));
        return [.. found.Select(round => round.Value).OfType<LiveRound>()];
    }
}
