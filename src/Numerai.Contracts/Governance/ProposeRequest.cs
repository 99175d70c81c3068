namespace Numerai.Contracts;

/// <param name="Actions">Absent or empty for a text proposal.</param>
/// <param name="CommandId">The same id again gives the same proposal.</param>
public sealed record ProposeRequest(
    string Title, string Text, string CommandId, ProposedAction[]? Actions = null, Backtest? Backtest = null);
