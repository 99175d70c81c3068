using Numerai.Tournament.Clocks;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Web.GraphQl.Rounds;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Rounds;

namespace Numerai.Web.GraphQl.Data;

/// <summary>Published files as participants' clients ask for them.</summary>
internal static class DatasetQueries
{
    private const string Live = "live";

    /// <param name="round">Not used: a file is listed under its own name, which says its round.</param>
    public static async Task<Answer<IReadOnlyList<string>>> ListAsync(int? round, int? tournament, IDatasetStore datasets) => Answers.List<string>(
        [.. (await datasets.ListAsync()).Select(file => file.Name).Where(name => IsOf(name, tournament))]);

    /// <summary>The address of a file; "live" files are the round's, whatever number or day stands in their name.</summary>
    public static async Task<Answer<string>> UrlAsync(
        string filename, int? round, int? tournament, IDatasetStore datasets, IActors actors, TournamentTime time, HttpRequest request, WebServerOptions options)
    {
        var name = await datasets.FindAsync(filename) is not null ? filename : await OfRoundAsync(filename, round, tournament, actors, time);
        if (name is null || await datasets.FindAsync(name) is null)
        {
            return new Refusal(RefusalCodes.DatasetNotFound, $"There is no data file '{filename}'; listDatasets names what there is.");
        }

        var root = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return $"{root}/datasets/{name}";
    }

    /// <summary>"v5.2/live_example_preds.csv" is "v5.2/live_7_example_preds.csv" where the round's live file is "v5.2/live_7.parquet".</summary>
    private static async Task<string?> OfRoundAsync(string filename, int? number, int? tournament, IActors actors, TournamentTime time)
    {
        var within = Tournaments.Read(tournament is null or 0 ? TournamentId.Classic.Number : tournament.Value);
        var place = filename.LastIndexOf('/') + 1;
        if (!within.Accepted || !filename.AsSpan(place).StartsWith(Live, StringComparison.Ordinal))
        {
            return null;
        }

        var view = number is > 0 and { } asked
            ? (await actors.Round(new RoundId(within.Value, asked)).GetAsync()).Value
            : await NewestAsync(within.Value, actors, time);
        var live = view?.LiveDataset ?? string.Empty;
        return live.StartsWith(filename[..(place + Live.Length)], StringComparison.Ordinal)
            ? Path.ChangeExtension(live, null) + filename[(place + Live.Length)..]
            : null;
    }

    private static async Task<RoundView?> NewestAsync(TournamentId tournament, IActors actors, TournamentTime time)
    {
        if (await RoundQueries.CurrentAsync(tournament, actors, time) is { } open)
        {
            return open;
        }

        var last = (await actors.Schedule(tournament).GetAsync()).Require().LastRound;
        return last == 0 ? null : (await actors.Round(new RoundId(tournament, last)).GetAsync()).Value;
    }

    private static bool IsOf(string name, int? tournament) => tournament switch
    {
        11 => name.StartsWith("signals/", StringComparison.Ordinal),
        12 => name.StartsWith("crypto/", StringComparison.Ordinal),
        8 => !IsOf(name, 11) && !IsOf(name, 12),
        _ => true,
    };
}
