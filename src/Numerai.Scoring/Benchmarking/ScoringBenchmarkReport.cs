namespace Numerai.Scoring.Benchmarking;

/// <summary>The measurements of a synthetic round.</summary>
/// <param name="Options">Its size.</param>
/// <param name="VectorBits">Width of the machine's vectors as the kernels use them.</param>
/// <param name="PeakGigaflops">What the matrix-product kernel reaches on one thread when everything lies in the first-level cache, in
/// billions of operations a second.</param>
/// <param name="Stages">The stages and, last, the whole round: from predictions to every score of every model, shared work
/// included.</param>
/// <param name="InputBytes">Bytes of the predictions, target, features, neutralizers, sample weights and stakes, each held as
/// doubles.</param>
/// <param name="StartBytes">What the process had resident before the round was made: the runtime, its libraries and the command around
/// it.</param>
/// <param name="PeakBytes">
/// The most memory the process had resident, by the operating system's count and beyond <paramref name="StartBytes"/>, while a round was
/// made and scored whose submissions are ranked as they arrive and kept as codes, as the platform does it. Features, neutralizers, the code
/// compiled for the round and garbage included.
/// </param>
/// <param name="PeakAllHeldBytes">The same with the predictions of all models held at once as doubles.</param>
/// <param name="Checksum">Sum of all published scores: the same for the same size and seed, whatever the machine and threads.</param>
public sealed record ScoringBenchmarkReport(
    ScoringBenchmarkOptions Options,
    int VectorBits,
    double PeakGigaflops,
    IReadOnlyList<ScoringStage> Stages,
    long InputBytes,
    long StartBytes,
    long PeakBytes,
    long PeakAllHeldBytes,
    double Checksum)
{
    /// <summary>The whole round.</summary>
    public ScoringStage Round => Stages[^1];

    /// <summary>Peak memory over inputs.</summary>
    public double PeakShare => (double)PeakBytes / InputBytes;

    /// <summary>Peak memory over inputs when all predictions are held at once.</summary>
    public double PeakAllHeldShare => (double)PeakAllHeldBytes / InputBytes;

    /// <summary>The same over everything the process holds, the runtime included.</summary>
    public double ProcessPeakShare => (double)(StartBytes + PeakBytes) / InputBytes;

    /// <summary>The same over everything the process holds when all predictions are held at once.</summary>
    public double ProcessPeakAllHeldShare => (double)(StartBytes + PeakAllHeldBytes) / InputBytes;
}
