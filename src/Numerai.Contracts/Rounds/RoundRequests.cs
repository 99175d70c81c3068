namespace Numerai.Contracts;

/// <summary>Seals a round, snapshots the stakes, builds the meta model.</summary>
/// <param name="Early">Whether to close before the closing time.</param>
public sealed record CloseRoundRequest(bool Early = false);

/// <summary>Ends a round before it resolves.</summary>
/// <param name="Reason">Everybody can read it.</param>
public sealed record CancelRoundRequest(string Reason);

/// <summary>Settles a round on the scores of its last day.</summary>
public sealed record ResolveRoundRequest;

/// <summary>Gives a step up that has neither pinned nor paid anyone.</summary>
/// <param name="Reason">Everybody can read it.</param>
public sealed record AbortStepRequest(string Reason);
