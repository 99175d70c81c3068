namespace Numerai.Contracts;

/// <summary>Changes a model's stake.</summary>
/// <param name="CommandId">The same id again changes nothing.</param>
/// <param name="Amount">NMR as a decimal; needed but for a drain, which takes everything.</param>
/// <param name="Tournament">The tournament of a model that is given by name; null for the default one.</param>
/// <param name="To">The model a move goes to, by id or name.</param>
public sealed record StakeRequest(
    StakeChangeType Type, string CommandId, string? Amount = null, int? Tournament = null, string? To = null);
