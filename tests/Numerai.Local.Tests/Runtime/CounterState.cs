namespace Numerai.Local.Tests.Runtime;

public sealed record CounterState(int Sum, string List);
