using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Datasets;
using Numerai.Web.Hosting;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Data;

/// <summary>Published files as participants' clients ask for them.</summary>
internal static class DatasetQueries
{
    /// <param name="round">Not used: a file is listed under its own name, which says its round, and live files under their alias
    /// too.</param>
    public static async Task<Answer<IReadOnlyList<string>>> ListAsync(int? round, int? tournament, PublishedDatasets datasets) =>
        Answers.List<string>(
        [.. (await datasets.ListAsync()).Select(file => file.Name)
            .Where(name => tournament is null or 0 || Tournaments.OfDataset(name).Id.Number == tournament)]);

    /// <summary>The address of a file by its own name; "live" files are the round's, whatever number or day stands in their name.</summary>
    public static async Task<Answer<string>> UrlAsync(
        string filename, int? round, int? tournament, PublishedDatasets datasets, IActors actors, HttpRequest request,
        WebServerOptions options)
    {
        var found = round is > 0 and { } asked
            ? await OfRoundAsync(filename, asked, tournament, datasets, actors)
            : await datasets.FindAsync(filename);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var root = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return $"{root}/datasets/{found.Value.File.Name}";
    }

    private static async Task<Outcome<PublishedDataset>> OfRoundAsync(
        string filename, int number, int? tournament, PublishedDatasets datasets, IActors actors)
    {
        var within = Tournaments.Read(tournament is null or 0 ? Tournaments.OfDataset(filename).Id.Number : tournament.Value);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var view = await actors.Round(new RoundId(within.Value, number)).GetAsync();
        return view.Accepted && await datasets.FindAsync(filename, view.Value) is { } file ? file : await datasets.FindAsync(filename);
    }
}
