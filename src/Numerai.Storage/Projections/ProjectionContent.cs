using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Storage.Projections;

/// <summary>The stored objects that an event refers to, where it does.</summary>
internal sealed record ProjectionContent(ScoreTable? Table, ImmutableArray<SettlementEntry> Entries)
{
    private static readonly ProjectionContent _none = new(null, []);

    public static async Task<ProjectionContent> LoadAsync(TournamentEvent tournamentEvent, IObjectStore objects) => tournamentEvent switch
    {
        ScoresPublished scores => _none with { Table = StoredJson.Read<ScoreTable>(await objects.GetAsync(scores.Table)) },
        RoundResolved resolved => _none with
        {
            Entries = StoredJson.Read<ImmutableArray<SettlementEntry>>(await objects.GetAsync(resolved.Entries)),
        },
        _ => _none,
    };
}
