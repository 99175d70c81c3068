using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Scoring.Rounds;

namespace Numerai.Data.Signals;

/// <summary>One day of a history; <paramref name="Table"/> and all vectors are in the order of the universe's ids.</summary>
internal sealed record SignalHistoryDay(DateOnly Date, SubmissionUniverse Universe, RoundInputs Inputs, Table Table);
