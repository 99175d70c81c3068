using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Rotations of neighbouring rows of a square matrix, gathered and then applied many sweeps at a time to strips of columns that stay in the
/// cache.
/// </summary>
internal sealed class Rotations(double[] matrix, int size, int threads)
{
    private const int ColumnsPerTask = 64;
    private const int SweepsAtOnce = 16;
    private readonly List<(int Row, double Cosine, double Sine)> pending = [];

    /// <summary>Turns a row and the one after it, later: <c>(c x + s y, c y - s x)</c>.</summary>
    public void Add(int row, double cosine, double sine)
    {
        pending.Add((row, cosine, sine));
        if (pending.Count >= SweepsAtOnce * size)
        {
            Apply();
        }
    }

    /// <summary>Turns all rows that wait to be turned.</summary>
    public void Apply()
    {
        int tasks = ((size - 1) / ColumnsPerTask) + 1;
        Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
        {
            int first = task * ColumnsPerTask;
            int width = Math.Min(ColumnsPerTask, size - first);
            foreach ((int row, double cosine, double sine) in pending)
            {
                Turn(matrix.AsSpan((row * size) + first, width), matrix.AsSpan(((row + 1) * size) + first, width), cosine, sine);
            }
        });
        pending.Clear();
    }

    private static void Turn(Span<double> upper, Span<double> lower, double cosine, double sine)
    {
        ref double x = ref MemoryMarshal.GetReference(upper);
        ref double y = ref MemoryMarshal.GetReference(lower);
        int place = 0;
        for (; place <= upper.Length - Vector512<double>.Count; place += Vector512<double>.Count)
        {
            Vector512<double> left = Vector512.LoadUnsafe(ref x, (nuint)place);
            Vector512<double> right = Vector512.LoadUnsafe(ref y, (nuint)place);
            Vector512.FusedMultiplyAdd(Vector512.Create(cosine), left, right * sine).StoreUnsafe(ref x, (nuint)place);
            Vector512.FusedMultiplyAdd(Vector512.Create(cosine), right, left * -sine).StoreUnsafe(ref y, (nuint)place);
        }

        for (; place < upper.Length; place++)
        {
            (double left, double right) = (upper[place], lower[place]);
            upper[place] = double.FusedMultiplyAdd(cosine, left, right * sine);
            lower[place] = double.FusedMultiplyAdd(cosine, right, left * -sine);
        }
    }
}
