namespace Numerai.Behaviour;

/// <summary>
/// One command of a random history. Every combination of numbers means something; what the tournament does not allow, it refuses.
/// </summary>
/// <param name="Kind">See <see cref="RandomHistory"/>.</param>
/// <param name="Who">Which account, model or round.</param>
/// <param name="Size">An amount in hundredths of NMR.</param>
public sealed record HistoryCommand(int Kind, int Who, int Size);
