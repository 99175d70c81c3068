namespace Numerai.Contracts;

/// <summary>What participants may do with stakes.</summary>
/// <param name="Moves">Whether stake moves between models of the same account without going through the wallet.</param>
/// <param name="Portfolios">Whether an account may have one stake over several of its models.</param>
public sealed record StakeSettings(bool Moves = false, bool Portfolios = false);
