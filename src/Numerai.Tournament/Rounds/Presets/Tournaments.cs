using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Presets;

/// <summary>The tournaments that there are. Whoever looks after all of them goes by this list; whoever needs one finds it here.</summary>
public static class Tournaments
{
    public static ImmutableArray<TournamentPreset> All { get; } =
        [TournamentPresets.Classic, TournamentPresets.Signals, TournamentPresets.Crypto];

    public static ImmutableArray<TournamentId> Ids { get; } = [.. All.Select(preset => preset.Id)];

    /// <summary>The one that is meant where none is named.</summary>
    public static TournamentPreset Default => All[0];

    /// <summary>The one that is meant by what only those with a universe of a day have, where none is named.</summary>
    public static TournamentPreset DefaultOfDays { get; } = All.First(preset => preset.KeepsIds);

    /// <summary>Numbers and names of all, for sentences.</summary>
    public static string Listed { get; } = List(All);

    public static TournamentPreset? Find(TournamentId tournament) => All.FirstOrDefault(preset => preset.Id == tournament);

    /// <exception cref="ArgumentOutOfRangeException">There is none; numbers from outside go through <see cref="Read"/>.</exception>
    public static TournamentPreset Of(TournamentId tournament) =>
        Find(tournament) ?? throw new ArgumentOutOfRangeException(nameof(tournament), tournament.Number, Unknown(tournament));

    /// <summary>Reads a number from outside. Refused: invalid_request.</summary>
    public static Outcome<TournamentId> Read(int number)
    {
        var tournament = new TournamentId(number);
        return Find(tournament) is null ? new Refusal(RefusalCodes.InvalidRequest, Unknown(tournament)) : tournament;
    }

    /// <summary>As <see cref="Read(int)"/>; the default one where none is named.</summary>
    public static Outcome<TournamentId> ReadOrDefault(int? number) => number is { } named ? Read(named) : Default.Id;

    /// <summary>The tournament that a data file's folder is of; what is in no tournament's folder is of the first without one.</summary>
    public static TournamentPreset OfDataset(string name) =>
        All.FirstOrDefault(preset => preset.Folder.Length > 0 && name.StartsWith(preset.Folder, StringComparison.Ordinal))
        ?? All.First(preset => preset.Folder.Length == 0);

    /// <summary>The one that commands call so, without regard to case; null when there is none.</summary>
    public static TournamentPreset? Find(string word) =>
        All.FirstOrDefault(preset => preset.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names of those of a nature, for sentences.</summary>
    public static string Names(Func<TournamentPreset, bool> which) => Join([.. All.Where(which).Select(preset => preset.Name)]);

    /// <summary>Numbers and names of some, for sentences.</summary>
    public static string List(IEnumerable<TournamentPreset> some) => Join([.. some.Select(preset => $"{preset.Id} ({preset.Name})")]);

    public static string Unknown(TournamentId tournament) => $"There is no tournament {tournament}; there are {Listed}.";

    private static string Join(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
