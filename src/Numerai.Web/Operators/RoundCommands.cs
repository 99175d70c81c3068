using Numerai.Contracts;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Web.Operators;

internal static class RoundCommands
{
    public static OpenNextRound Command(this OpenRoundRequest request) => new(
        request.Number,
        request.Opens,
        request.Closes,
        request.LiveDataset ?? string.Empty,
        request.BenchmarkDataset,
        request.IdMap,
        request.Universe);
}
