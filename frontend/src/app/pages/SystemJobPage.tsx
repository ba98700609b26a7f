export default function SystemJobPage() { return <h1>SystemJobPage</h1>; }
