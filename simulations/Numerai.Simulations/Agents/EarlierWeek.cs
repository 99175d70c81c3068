namespace Numerai.Simulations.Agents;

/// <summary>An earlier week as the open round's securities see it.</summary>
/// <param name="Week">What was published then.</param>
/// <param name="Rows">Row of each live security in it, -1 where it was not listed.</param>
public sealed record EarlierWeek(LiveWeek Week, int[] Rows);
