using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds;

/// <summary>What a round makes of the published files it opened on, from their bytes alone: for whoever checks it.</summary>
/// <param name="Universe">The rows, in ordinal order of their ids.</param>
/// <param name="Submissions">A look-up for submissions in any of the kinds of id that the live file has.</param>
/// <param name="Features">Aligned to the universe; null when the live file has none.</param>
public sealed record PublishedFiles(LiveIds Universe, SubmissionUniverse Submissions, ColumnMatrix? Features)
{
    /// <summary>Reads a live file. Refused: invalid_universe.</summary>
    public static Outcome<PublishedFiles> OfLive(byte[] file, SubmissionSettings format)
    {
        const string Name = "live data";
        var key = format.KeyColumns[0];
        try
        {
            using var reader = ParquetReader.Open(new MemoryStream(file), Name);
            var universe = LiveData.UniverseOf(reader.ReadAll([key]), Name, key);
            return universe.Accepted
                ? new PublishedFiles(
                    universe.Value,
                    UniverseFiles.Aliases(reader, format, universe.Value).LookUp(key, universe.Value),
                    LiveData.Features(reader, universe.Value, key))
                : universe.Refusal;
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, $"The live data can't be read: {error.Message}");
        }
    }

    /// <summary>The benchmark models of a file in one, aligned to the universe. Refused: invalid_universe.</summary>
    public static Outcome<double[]> BenchmarkMetaModel(byte[] file, LiveIds universe)
    {
        const string Name = "benchmark predictions";
        try
        {
            return LiveData.Blend(ParquetFile.Read(new MemoryStream(file), Name), universe, Name);
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, $"The benchmark predictions can't be read: {error.Message}");
        }
    }
}
