using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Automation;

public sealed record AutomationChanged(TournamentId Tournament, bool Enabled, AccountId By) : TournamentEvent;

/// <summary>A step that was taken without a person.</summary>
/// <param name="Step">"Open", "Close", "Score", "Resolve" or "Missed".</param>
/// <param name="Due">When the schedule wanted it; the event's time says when it was done.</param>
public sealed record AutomationStepped(TournamentId Tournament, string Step, int Round, int Day, DateTimeOffset Due) : TournamentEvent;

/// <summary>Something is due and cannot be done.</summary>
public sealed record AutomationWaits(TournamentId Tournament, string Reason) : TournamentEvent;
