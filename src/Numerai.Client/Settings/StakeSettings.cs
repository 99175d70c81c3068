namespace Numerai.Client.Settings;

/// <summary>What participants may do with stakes.</summary>
/// <param name="Moves">Whether stake moves between models of the same account without going through the wallet.</param>
public sealed record StakeSettings(bool Moves);
