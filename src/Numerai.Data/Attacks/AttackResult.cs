namespace Numerai.Data.Attacks;

/// <summary>How far one attack got against one set of defences.</summary>
/// <param name="Attack">What was tried.</param>
/// <param name="Defence">What stood in its way.</param>
/// <param name="Success">Share of what the attacker wanted, 0 to 1.</param>
/// <param name="Chance">What guessing would have got.</param>
public sealed record AttackResult(string Attack, string Defence, double Success, double Chance);
