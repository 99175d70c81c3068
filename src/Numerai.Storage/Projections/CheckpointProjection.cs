using System.Text;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Projections;

internal static class CheckpointProjection
{
    private const string Insert = "INSERT INTO checkpoints (number, json) VALUES (@number, @json)";

    public static Task SealAsync(ProjectionTables tables, LedgerCheckpoint checkpoint) => tables.ExecuteAsync(
        Insert, new { number = checkpoint.Number, json = Encoding.UTF8.GetString(StoredJson.Write(checkpoint)) });
}
