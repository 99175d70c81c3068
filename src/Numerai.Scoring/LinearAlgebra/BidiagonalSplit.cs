namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Tells which rows of V' belong to singular values of a bidiagonal matrix above a cut: implicit QR sweeps part the matrix until every
/// block that hangs together lies on one side, which counting (Sturm) shows. Singular values on the same side need not be told apart, so
/// where few are small a few sweeps do; where they lie densely around the cut it is the whole singular value decomposition, some three
/// sweeps per value.
/// </summary>
internal sealed class BidiagonalSplit(double[] diagonal, double[] above, Rotations rotations)
{
    private const double Rounding = 2.2e-16;

    // Without a shift all that is small sinks to the bottom at once; if that is too slow, shifts find one value after the other.
    private const int SweepsWithoutShift = 12;
    private const int SweepsPerValue = 60;

    /// <summary>The rows whose singular values exceed the share of the largest, in ascending order.</summary>
    public List<int> Above(double relativeCut)
    {
        double cut = relativeCut * Largest();
        List<int> kept = [];
        Stack<(int First, int Last, int Sweeps)> blocks = new([(0, diagonal.Length - 1, 0)]);
        while (blocks.TryPop(out (int First, int Last, int Sweeps) block))
        {
            if (Parting(block.First, block.Last) is int parting and >= 0)
            {
                above[parting] = 0;
                blocks.Push((parting + 1, block.Last, block.Sweeps));
                blocks.Push((block.First, parting, block.Sweeps));
                continue;
            }

            int size = block.Last - block.First + 1;
            int below = CountBelow(block.First, block.Last, cut);
            if (below == 0)
            {
                kept.AddRange(Enumerable.Range(block.First, size));
            }
            else if (below < size)
            {
                if (block.Sweeps > SweepsPerValue * diagonal.Length)
                {
                    throw new InvalidOperationException(
                        $"The singular values of {diagonal.Length} columns did not part after {block.Sweeps} sweeps.");
                }

                Sweep(block.First, block.Last, shifted: block.Sweeps >= SweepsWithoutShift);
                blocks.Push((block.First, block.Last, block.Sweeps + 1));
            }
        }

        rotations.Apply();
        kept.Sort();
        return kept;
    }

    private static (double Cosine, double Sine, double Length) Rotation(double x, double y)
    {
        double length = double.Hypot(x, y);
        return length == 0 ? (1, 0, 0) : (x / length, y / length, length);
    }

    /// <summary>Where a block falls apart, or -1.</summary>
    private int Parting(int first, int last)
    {
        for (int place = last - 1; place >= first; place--)
        {
            if (Math.Abs(above[place]) <= Rounding * (Math.Abs(diagonal[place]) + Math.Abs(diagonal[place + 1])))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>
    /// How many singular values of a block lie below a bound: negative pivots of the symmetric tridiagonal matrix with the eigenvalues ±σ.
    /// </summary>
    private int CountBelow(int first, int last, double bound)
    {
        int negative = 1;
        double pivot = -bound;
        for (int place = first; place <= last; place++)
        {
            Step(diagonal[place]);
            if (place < last)
            {
                Step(above[place]);
            }
        }

        return negative - (last - first + 1);

        void Step(double beside)
        {
            pivot = -bound - (beside * beside / (pivot == 0 ? double.Epsilon : pivot));
            negative += pivot < 0 ? 1 : 0;
        }
    }

    /// <summary>The largest singular value, by bisection to the last bits.</summary>
    private double Largest()
    {
        double low = 0;
        double high = 0;
        for (int place = 0; place < diagonal.Length; place++)
        {
            high = Math.Max(high, Math.Abs(diagonal[place]) + Math.Abs(above[place]) + (place > 0 ? Math.Abs(above[place - 1]) : 0));
        }

        for (double middle = high / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = CountBelow(0, diagonal.Length - 1, middle) == diagonal.Length ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>One implicit QR sweep from the top to the bottom of a block (Golub and Kahan).</summary>
    private void Sweep(int first, int last, bool shifted)
    {
        double f = diagonal[first];
        double g = above[first];
        if (shifted)
        {
            (f, g) = (((f + diagonal[last]) * (f - diagonal[last])) + Shift(last), f * g);
        }

        for (int place = first; place < last; place++)
        {
            (double cosine, double sine, double length) = Rotation(f, g);
            if (place > first)
            {
                above[place - 1] = length;
            }

            f = (cosine * diagonal[place]) + (sine * above[place]);
            above[place] = (cosine * above[place]) - (sine * diagonal[place]);
            g = sine * diagonal[place + 1];
            diagonal[place + 1] *= cosine;
            rotations.Add(place, cosine, sine);

            (cosine, sine, diagonal[place]) = Rotation(f, g);
            f = (cosine * above[place]) + (sine * diagonal[place + 1]);
            diagonal[place + 1] = (cosine * diagonal[place + 1]) - (sine * above[place]);
            if (place < last - 1)
            {
                g = sine * above[place + 1];
                above[place + 1] *= cosine;
            }
        }

        above[last - 1] = f;
    }

    /// <summary>What the eigenvalue of the last two columns' products nearest to the last lies below the last's square.</summary>
    private double Shift(int last)
    {
        double half =
            (((diagonal[last - 1] + diagonal[last]) * (diagonal[last - 1] - diagonal[last])) + (above[last - 1] * above[last - 1])) / 2;
        double corner = diagonal[last] * above[last - 1];
        double root = double.Hypot(half, corner);
        double divisor = half < 0 ? half - root : half + root;
        return divisor == 0 ? 0 : corner * corner / divisor;
    }
}
