namespace Numerai.Simulations.Markets;

/// <summary>One simulated week: the features at its end, and the returns of its five days. Arrays go by slot, the place of a security.</summary>
/// <param name="Numbers">Number of the security in each slot; a new one takes the slot of a delisted one.</param>
/// <param name="Bins">Per feature, the bin of each slot at the end of the week.</param>
/// <param name="Daily">Per day, the simple return of each slot.</param>
/// <param name="Stressed">Whether the market was stressed.</param>
internal sealed record SyntheticWeek(int[] Numbers, sbyte[][] Bins, float[][] Daily, bool Stressed);
